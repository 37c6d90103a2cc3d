type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const valueAt = (payload: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), payload);

/** The text at a path of a payload; undefined where there is none, and where it is none. */
export function textAt(payload: unknown, ...path: readonly string[]): string | undefined {
  const value = valueAt(payload, path);
  return typeof value === 'string' ? value : undefined;
}

/** The same of a whole number that is not negative. */
export function numberAt(payload: unknown, ...path: readonly string[]): number | undefined {
  const value = valueAt(payload, path);
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}
