/** Below the flags of `--help`. */
export const afterHelp = `
Everything that has a flag can stand in migrate-check.yml too, without the dashes. Flags win over it.

Examples:
  migrate-check                          check the project in this directory
  migrate-check backend/                 or in another one
  migrate-check --since origin/main      check what this branch changes, and only upgrade through the rest
  migrate-check --dry-run                see what would be done
  migrate-check --postgres 15 --database local
  migrate-check --base-sql schema.sql --start-at 3f2a91c0d7e4
                                         begin with a dump, at the revision it was taken at
  migrate-check --json report.json       keep everything that was seen
  migrate-check judge report.json --rule several-heads=off
  migrate-check baseline                 let pass what is found today, and stop at what is new
  migrate-check explain drop-table       what a rule says, and what to do
  migrate-check rules --severity error   which rules there are
  migrate-check stats-query              the query whose answer --table-stats reads

Exit status:
  0  passed
  1  a finding at or above --fail-on, or something in scope could not be checked
  2  the set-up is wrong: no project, no Python, no database, a bad flag
  3  a fault of migrate-check itself
`;
