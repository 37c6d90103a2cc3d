/** At most so many UTF-16 units of a text; ` ...` says that there is more. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 4)} ...`;
