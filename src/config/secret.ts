/**
 * The text with *** for each password in it: in URLs, before the last @ and in the query.
 * A password may hold any character that a URL may not, so rather too much is hidden than too little.
 */
export function withoutPasswords(text: string): string {
  return text
    .replace(/(\w:\/\/[^\s:/@]*):\S*@/g, '$1:***@')
    .replace(/([?&](?:password|passwd|pwd|sslpassword)=)[^\s&#]*/gi, '$1***');
}
