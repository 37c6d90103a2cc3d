/** What GitHub answers when it refuses: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
interface Refusal {
  readonly status: number;
  readonly message?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> };
}

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'status' in error && typeof error.status === 'number';

/**
 * The permission for want of which GitHub refused, as a workflow spells it: `pull-requests: write`, several joined by
 * "and" and "or". Undefined for any other error, a rate limit among them, which is a 403 too.
 */
export function missingRight(error: unknown): string | undefined {
  if (!isRefusal(error) || (error.status !== 403 && error.status !== 404)) return undefined;
  if (/rate limit/i.test(error.message ?? '')) return undefined;
  const accepted = error.response?.headers?.['x-accepted-github-permissions'];
  if (typeof accepted === 'string' && accepted !== '') return spelt(accepted);
  return error.status === 403 && /not accessible by integration/i.test(error.message ?? '')
    ? 'more permissions'
    : undefined;
}

/** `issues=write; pull_requests=write` is either of them, a comma joins what is needed together. */
const spelt = (accepted: string): string =>
  accepted
    .split(';')
    .map((all) =>
      all
        .split(',')
        .map((one) => one.trim().replace('=', ': ').replaceAll('_', '-'))
        .join(' and '),
    )
    .join(' or ');
