import type { Report } from '../../../src/model/report.ts';
import { html } from '../../../src/reporters/html.ts';
import type { RenderOptions } from '../../../src/reporters/reporter.ts';
import { facts, move, report, roundTrip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';

const how: RenderOptions = { colour: false, width: 80, verbose: false };

export const pageOf = (of: Report, more: Partial<RenderOptions> = {}): string =>
  html.render(of, { ...how, ...more });

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
  ({
    transaction: 1,
    autocommit: false,
    seen: 'inside',
    locks: [
      {
        relation: { schema: 'public', name, kind: 'table', existed: true },
        mode: 'ACCESS EXCLUSIVE',
      },
    ],
    released: [],
    rewritten: [],
    scanned: [],
    written: [],
    lockTimeoutMs: 0,
    statementTimeoutMs: 0,
    unseen: [],
  }) as const;
