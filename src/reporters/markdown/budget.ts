/** How many pieces of each kind are shown. */
export type Shown<Kind extends string> = Readonly<Record<Kind, number>>;

/** Turned as far up as there is room. A kind may have several, so that it is not all or nothing against the others. */
export interface Dial<Kind extends string> {
  readonly of: Kind;
  readonly most: number;
}

/**
 * The document with as many pieces as a budget in bytes of UTF-8 allows. Dials are turned up in their order, so what the
 * last one shows is left out first. The document says itself what it leaves out, and is always whole: where not even the
 * least of it fits, undefined.
 */
export function withinBudget<Kind extends string>(
  dials: readonly Dial<Kind>[],
  render: (shown: Shown<Kind>) => string,
  budget = Number.POSITIVE_INFINITY,
): string | undefined {
  const none = Object.fromEntries(dials.map(({ of }) => [of, 0])) as Shown<Kind>;
  const all = Object.fromEntries(dials.map(({ of, most }) => [of, most])) as Shown<Kind>;
  const fits = (shown: Shown<Kind>): string | undefined => {
    const text = render(shown);
    return Buffer.byteLength(text) <= budget ? text : undefined;
  };
  const whole = fits(all);
  if (whole !== undefined) return whole;
  let shown = none;
  let best = fits(none);
  if (best === undefined) return undefined;
  for (const { of, most } of dials) {
    let least = shown[of];
    let beyond = most + 1;
    while (beyond - least > 1) {
      const middle = Math.floor((least + beyond) / 2);
      const text = fits({ ...shown, [of]: middle });
      if (text === undefined) beyond = middle;
      else {
        best = text;
        least = middle;
      }
    }
    shown = { ...shown, [of]: least };
  }
  return best;
}

/** Makes each piece once: it is asked for again with each try at the budget. */
export function remember(make: (at: number) => string): (at: number) => string {
  const made: string[] = [];
  return (at) => {
    made[at] ??= make(at);
    return made[at];
  };
}
