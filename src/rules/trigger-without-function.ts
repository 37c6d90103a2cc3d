import { withAncestors, withDescendants } from '../model/graph.ts';
import type { Facts } from '../model/report.ts';
import type { Revision } from '../model/revision.ts';
import { quoteName } from '../sql/quote.ts';
import { defineRule } from './rule.ts';
import { ofFailure } from './support/evidence.ts';
import { missingTriggerFunction } from './support/missing-trigger-function.ts';
import { failurePlace } from './support/places.ts';
import { called, code, inRegExp } from './support/text.ts';

export const rule = defineRule({
  subject: 'upgrade',
  needs: ['revision'],
  meta: {
    title: 'A trigger whose function is missing',
    why: '`CREATE TRIGGER` names a function that is not there when the revision runs: it was made by hand in some database, by a script beside the migrations, or by a revision that comes later. Whoever sets up a new database stops here.',
    fix: 'Make the function in this revision, in front of the trigger, or let the revision that makes it come before this one (`down_revision`, `depends_on`).',
    severity: 'error',
    since: '0.1.0',
    examples: {
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, updated_at timestamptz)',
      bad: `def upgrade():\n    op.execute("CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at()")\n\ndef downgrade():\n    op.execute("DROP TRIGGER touch ON users")`,
      good: `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '1s'")\n    op.execute("CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at = now(); RETURN NEW; END'")\n    op.execute("CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at()")\n\ndef downgrade():\n    op.execute("DROP TRIGGER touch ON users")\n    op.execute("DROP FUNCTION set_updated_at()")`,
    },
  },
  messages: {
    nowhere: ({ revision, trigger, name }: Data) => ({
      message: `The upgrade of ${revision} fails: the trigger ${trigger} calls ${name}(), and no revision makes that function.`,
      help: `Make it in front of the trigger:${code(`op.execute("CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS '<body>'")`)}`,
    }),
    later: ({ revision, trigger, name, maker }: Data & Made) => ({
      message: `The upgrade of ${revision} fails: the trigger ${trigger} calls ${name}(), which ${called(maker)} makes later, in ${maker.place.file}.`,
      help: 'Make the function in this revision, in front of the trigger, or make the trigger in the later one.',
    }),
    elsewhere: ({ revision, trigger, name, maker }: Data & Made) => ({
      message: `The upgrade of ${revision} fails: the trigger ${trigger} calls ${name}(), which ${called(maker)} makes in ${maker.place.file}, and nothing says that it comes first.`,
      help: `Say that this revision needs the other one:${code(`depends_on = "${maker.id}"`)}`,
    }),
  },
  check({ revision, move, facts }, { report }) {
    const trigger = move.failure && missingTriggerFunction(move.failure);
    if (!move.failure || !trigger) return;
    const data = { revision: called(revision), trigger: trigger.name, name: quoteName(trigger.function) };
    const where = {
      place: failurePlace(move.failure, revision, 'upgrade'),
      evidence: ofFailure(move.failure, move.output),
      about: trigger.name,
    };
    const maker = makerOf(trigger.function.name, revision, facts);
    if (!maker) return report('nowhere', data, where);
    const isLater = withDescendants(facts.graph, [revision.id]).has(maker.id);
    report(isLater ? 'later' : 'elsewhere', { ...data, maker }, where);
  },
});

interface Data {
  readonly revision: string;
  readonly trigger: string;
  readonly name: string;
}

interface Made {
  /** The revision that makes the function. */
  readonly maker: Revision;
}

/** The first revision whose file says that it makes the function, and that this one does not need. */
function makerOf(name: string, { id }: Revision, { graph }: Facts): Revision | undefined {
  const needed = withAncestors(graph, [id]);
  const makes = new RegExp(`\\bFUNCTION\\s+(?:\\w+\\.)?"?${inRegExp(name)}"?\\s*\\(`, 'i');
  const creates = /\bCREATE\b/i;
  return graph.revisions.find(
    (revision) => !needed.has(revision.id) && creates.test(revision.source) && makes.test(revision.source),
  );
}
