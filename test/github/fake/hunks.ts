/** First and last line of the new file in each hunk of a patch, by what the heads of the hunks say. */
export const hunksOf = (patch: string): readonly { readonly from: number; readonly to: number }[] =>
  [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, from = '0', count = '1']) => ({
    from: Number(from),
    to: Number(from) + Number(count) - 1,
  }));
