/** The sections of an ini file, each with its options, without the values of `[DEFAULT]` that they inherit. */
export type Ini = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads an ini file as Python's configparser does, before interpolation: names of options in small letters, `=` or `:`
 * after them, values that go on in lines indented deeper, comments on lines of their own. What is no option is passed
 * over. Source: Python library reference, configparser, "Supported INI File Structure".
 */
export function readIni(text: string): Ini {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  for (const entry of entriesOf(text)) {
    const [, heading] = /^\[(.+)\]/.exec(entry) ?? [];
    const [, name, value = ''] = /^([^=:]*?)\s*[=:]\s*(.*)$/s.exec(entry) ?? [];
    if (heading !== undefined) {
      section = sections.get(heading) ?? new Map();
      sections.set(heading, section);
    } else if (name !== undefined) section.set(name.toLowerCase(), value);
  }
  return sections;
}

/** Headings and options, each with the lines that it goes on in, none of them indented any more. */
function entriesOf(text: string): readonly string[] {
  const entries: string[] = [];
  let deep = Number.POSITIVE_INFINITY;
  for (const line of text.split(/\r?\n/)) {
    const words = line.trim();
    if (words === '' || /^[#;]/.test(words)) continue;
    const indent = line.length - line.trimStart().length;
    if (indent > deep) entries.push(`${entries.pop()}\n${words}`);
    else {
      entries.push(words);
      // Nothing goes on after a heading.
      deep = words.startsWith('[') ? Number.POSITIVE_INFINITY : indent;
    }
  }
  return entries;
}
