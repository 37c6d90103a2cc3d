/** Letters of an aclitem: table "ACL Privilege Abbreviations" of the PostgreSQL documentation. */
const privileges: Readonly<Record<string, string>> = {
  r: 'SELECT',
  a: 'INSERT',
  w: 'UPDATE',
  d: 'DELETE',
  D: 'TRUNCATE',
  x: 'REFERENCES',
  t: 'TRIGGER',
  m: 'MAINTAIN',
  C: 'CREATE',
  c: 'CONNECT',
  T: 'TEMPORARY',
  X: 'EXECUTE',
  U: 'USAGE',
  s: 'SET',
  A: 'ALTER SYSTEM',
};

/** Lists of aclitems, such as `reader=ar/owner`, as what was given and taken: "SELECT is granted to reader". */
export function grantsInWords(before: readonly string[], after: readonly string[]): string {
  const [old, now] = [before.flatMap(grantsOf), after.flatMap(grantsOf)];
  const gone = old.filter((grant) => !now.includes(grant)).map((grant) => `grant of ${grant} is gone`);
  const added = now.filter((grant) => !old.includes(grant)).map((grant) => `grant of ${grant} is new`);
  const words = [...gone, ...added];
  return words.length === 0 || words.length > mostWords ? 'grants changed' : words.join(', ');
}

/** Aclitems as they are when another owner takes over what the old one had and gave. */
export function handOver(items: readonly string[], from: string, to: string): readonly string[] {
  const name = (role: string): string => (role === from ? to : role);
  return items
    .map((item) =>
      item.replace(
        /^(.*)=([^=/]*)\/(.*)$/,
        (_, grantee, letters, grantor) => `${name(grantee)}=${letters}/${name(grantor)}`,
      ),
    )
    .sort();
}

/** More than this is not read any more. */
const mostWords = 4;

/** One aclitem as "SELECT to reader", with "grantable" for each privilege that may be passed on. */
function grantsOf(item: string): readonly string[] {
  const [, quoted, plain = '', letters = ''] = /^(?:"((?:[^"]|"")*)"|([^=]*))=([^/]*)\//.exec(item) ?? [];
  const name = quoted ?? plain;
  const grantee = name === '' ? 'PUBLIC' : name;
  return [...letters.matchAll(/([a-zA-Z])(\*?)/g)].map(
    ([, letter = '', star]) => `${privileges[letter] ?? letter}${star ? ' (grantable)' : ''} to ${grantee}`,
  );
}
