/**
 * The text with *** for each password in it: in URLs, before the last @ and in the query.
 * A password may hold any character that a URL may not, so rather too much is hidden than too little.
 */
export function withoutPasswords(text: string): string {
  return text
    .replace(/(\w:\/\/[^\s:/@]*):\S*@/g, '$1:***@')
    .replace(/([?&](?:password|passwd|pwd|sslpassword)=)[^\s&#]*/gi, '$1***');
}

/** The same for every text in a value that is plain data. */
export function withoutPasswordsIn<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' ? withoutPasswords(inner) : inner,
  ) as T;
}
