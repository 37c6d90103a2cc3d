const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** A text as HTML, between tags or in an attribute in quotes; a backtick would be code to a reader of Markdown. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'`]/g, (character) => entities[character] ?? '');
