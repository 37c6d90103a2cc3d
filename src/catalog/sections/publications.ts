import { comment, owner, type Section } from './section.ts';

/** Row filters, column lists and whole schemas came with 15. */
const tables = `(
    SELECT jsonb_agg(concat_ws(' ', k.prrelid::regclass::text,
      (SELECT '(' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) || ')'
       FROM pg_attribute a WHERE a.attrelid = k.prrelid AND a.attnum = ANY (k.prattrs)),
      'where ' || pg_get_expr(k.prqual, k.prrelid)) ORDER BY k.prrelid::regclass::text COLLATE "C")
    FROM pg_publication_rel k WHERE k.prpubid = b.oid)`;
const tablesBefore15 = `(
    SELECT jsonb_agg(k.prrelid::regclass::text ORDER BY k.prrelid::regclass::text COLLATE "C")
    FROM pg_publication_rel k WHERE k.prpubid = b.oid)`;
const schemas = `(
    SELECT jsonb_agg(m.pnnspid::regnamespace::text ORDER BY m.pnnspid::regnamespace::text COLLATE "C")
    FROM pg_publication_namespace m WHERE m.pnpubid = b.oid)`;

const publication: Section = {
  of: 'rest',
  sql: ({ major }) => `
SELECT '-', '', 'publication', quote_ident(b.pubname), NULL::text, NULL::text, jsonb_build_object(
  'all tables', b.puballtables,
  'operations', to_jsonb(array_remove(ARRAY[CASE WHEN b.pubinsert THEN 'insert' END,
    CASE WHEN b.pubupdate THEN 'update' END, CASE WHEN b.pubdelete THEN 'delete' END,
    CASE WHEN b.pubtruncate THEN 'truncate' END], NULL)),
  'via the root', b.pubviaroot,
  'generated columns', to_jsonb(b)->>'pubgencols',
  'tables', ${major >= 15 ? tables : tablesBefore15},
  'schemas', ${major >= 15 ? schemas : 'NULL'},
  'owner', ${owner('b.pubowner')},
  'comment', ${comment('pg_publication', 'b.oid')})
FROM pg_publication b`,
};

export const publicationSections: readonly Section[] = [publication];
