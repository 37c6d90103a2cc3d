import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { validateXML } from 'xmllint-wasm';

const { DOMParser } = new JSDOM().window;

/** The root of a document, by a parser of XML that accepts nothing but that. Throws an Error that says what is wrong. */
export function parseXml(text: string): Element {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  const [fault] = parsed.getElementsByTagName('parsererror');
  if (fault) throw new Error(fault.textContent);
  return parsed.documentElement;
}

/** What libxml2 has to say against documents, by the schema of JUnit's XML in test/reporters/schema. */
export async function againstSchema(documents: readonly string[]): Promise<readonly string[]> {
  const contents = await readFile(new URL('../schema/junit.xsd', import.meta.url), 'utf8');
  const { errors } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: { fileName: 'junit.xsd', contents },
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** The names of the elements of a document, each with those in it: what its texts cannot change. */
export const skeleton = (element: Element): unknown => [
  element.tagName,
  [...element.attributes].map(({ name }) => name),
  [...element.children].map(skeleton),
];
