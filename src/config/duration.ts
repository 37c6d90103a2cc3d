const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** What `parseDuration` reads: `30`, `30s`, `2m`, `1.5h`, `500ms`. */
export const durationPattern = /^(\d+(?:\.\d+)?) ?(ms|s|m|h)?$/;

/** Longer is surely a mistake, and far longer does not fit into a timer of Node. */
const longest = 24 * units.h;

/** Milliseconds of a duration; a bare number counts seconds. Undefined for anything else, for nothing and for more than a day. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit] = durationPattern.exec(text.trim()) ?? [];
  const milliseconds = Math.round(Number(amount) * units[(unit ?? 's') as keyof typeof units]);
  return milliseconds > 0 && milliseconds <= longest ? milliseconds : undefined;
}

/** The shortest spelling that `parseDuration` reads back as the same number. */
export function formatDuration(milliseconds: number): string {
  const fitting = (['h', 'm', 's'] as const).find((unit) => milliseconds % units[unit] === 0);
  return fitting ? `${milliseconds / units[fitting]}${fitting}` : `${milliseconds}ms`;
}
