import type { Reliance } from '../model/revision.ts';
import { defineRule } from './rule.ts';
import { code, list } from './support/text.ts';

export const rule = defineRule({
  subject: 'revision',
  needs: [],
  meta: {
    title: 'A revision uses code or settings of the application',
    why: 'A revision says what was done at one moment, and is run for years. The application goes on: a model gets a column that the table does not have yet when this revision runs, a module is moved, a setting has another value in production than here. Then the history no longer runs from its beginning, or makes another schema in each place.',
    fix: 'Write into the revision what it needs: a table as `sa.table("users", sa.column("name"))`, a type as the type it is, a value as the value it has today.',
    severity: 'warning',
    since: '0.1.0',
    examples: {
      before: `CREATE TABLE users (id bigint PRIMARY KEY, plan text)`,
      bad: `from sqlalchemy.orm import Session\nfrom shop.models import User\n\ndef upgrade():\n    Session(op.get_bind()).query(User).filter(User.id == 1).update({User.plan: "free"})\n\ndef downgrade():\n    pass`,
      good: `users = sa.table("users", sa.column("id"), sa.column("plan"))\n\ndef upgrade():\n    op.execute(users.update().where(users.c.id == 1).values(plan="free"))\n\ndef downgrade():\n    pass`,
    },
  },
  messages: {
    imports: ({ name, parts }: Reliance) => ({
      message: `This revision imports ${parts.length === 0 ? name : `${list(parts)} from ${name}`}, which is code of the application. When that changes, the revision fails, or does something else than it did where it has run already.`,
      help: isModel.test(name)
        ? `Write into the revision what it needs of it. A table for changes of rows:${code('users = sa.table("users", sa.column("id"), sa.column("name"))', 'op.execute(users.update().values(name="..."))')}`
        : 'Write into the revision what it needs of it: the value as it is today, the type as what it stands for.',
    }),
    environment: ({ name }: Reliance) => ({
      message: `What this revision does depends on ${name}: each place that it runs in may get another schema or other rows.`,
      help: 'Write the value into the revision. What differs from place to place belongs in the configuration of the application, not in its schema.',
    }),
  },
  check({ revision }, { report, notChecked }) {
    if (!revision.reliances) return notChecked('nobody has looked at what its file imports');
    for (const reliance of revision.reliances) {
      const where = { place: reliance.place, about: reliance.name };
      if (reliance.on === 'application')
        report('imports', reliance, { ...where, ...(changesOften(reliance) ? {} : { severity: 'notice' }) });
      if (reliance.on === 'environment') report('environment', reliance, { ...where, severity: 'notice' });
    }
  },
});

const isModel = /(?:^|[._])models?(?:$|[._])/i;
const isSettings = /(?:^|[._])(?:settings?|config)(?:$|[._])/i;

/** With every release; a column type, which autogenerate imports by itself, hardly ever does. */
const changesOften = ({ name }: Reliance): boolean => isModel.test(name) || isSettings.test(name);
