import type { Move, Statement } from '../../../src/model/observation.ts';
import type { Report } from '../../../src/model/report.ts';
import { html } from '../../../src/reporters/html.ts';
import type { RenderOptions } from '../../../src/reporters/reporter.ts';
import { facts, move, report, roundTrip, trace } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import { hostileReport } from '../hostile/report.ts';

const how: RenderOptions = { colour: false, width: 80, verbose: false };

export const pageOf = (of: Report, more: Partial<RenderOptions> = {}): string =>
  html.render(of, { ...how, ...more });

/** The text in every place, and locks taken one after the other, so that there is a time line to draw. */
export function everywhere(text: string): Report {
  const report = hostileReport(text);
  const { observations } = report;
  const roundTrips = observations.roundTrips.map((trip) => ({ ...trip, upgrade: withLocks(trip.upgrade) }));
  return { ...report, observations: { ...observations, roundTrips } };
}

const withLocks = (move: Move): Move => ({
  ...move,
  statements: move.statements.flatMap((statement) => [
    statement,
    ...weaker.map((mode) => locking(statement, mode)),
  ]),
});

const weaker = ['SHARE', 'SHARE UPDATE EXCLUSIVE', 'ACCESS SHARE'] as const;

function locking(statement: Statement, mode: (typeof weaker)[number]): Statement {
  const { trace } = statement;
  const locks = trace?.locks.map(({ relation }) => ({
    relation: { ...relation, name: `${relation.name} ${mode}` },
    mode,
  }));
  return trace && locks ? { ...statement, trace: { ...trace, locks, released: [] } } : statement;
}

/** A history in a row, of which every one that `fails` names leaves a type behind and so fails the second time. */
export function longHistory(length: number, fails: (number: number) => boolean = () => false): Report {
  const revisions = Array.from({ length }, (_, at) =>
    revision(`r${at}`, at === 0 ? [] : [`r${at - 1}`], { title: `Revision number ${at}` }),
  );
  const roundTrips = revisions.map(({ id }, at) => {
    const statements = [
      {
        sql: `ALTER TABLE table_${at} ADD COLUMN column_${at} integer`,
        place: { file: `versions/r${at}.py`, line: 14 },
        milliseconds: 1.25,
        trace: traceOf(`table_${at}`),
      },
    ];
    return roundTrip(id, {
      upgrade: move('upgrade', id, { statements }),
      downgrade: move('downgrade', id, {
        statements,
        ...(fails(at)
          ? {
              failure: {
                reason: 'sql',
                error: 'UndefinedTable',
                message: `relation "table_${at}" does not exist`,
                calledFrom: [],
              },
            }
          : {}),
      }),
    });
  });
  return report(facts(revisions, { roundTrips }));
}

const traceOf = (name: string) =>
  trace({
    locks: [
      {
        relation: { schema: 'public', name, kind: 'table', existed: true },
        mode: 'ACCESS EXCLUSIVE',
      },
    ],
  });
