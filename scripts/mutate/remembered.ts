import { remembered as forEver } from '../../src/sql/remembered.ts';
import { ageOf } from './forget.ts';

/** Stands for the one of src/sql where the sources import it: the same for as long as the SQL is read the same way. */
export function remembered<T>(compute: (text: string) => T, characters: number): (text: string) => T {
  let age = ageOf('sql');
  let of = forEver(compute, characters);
  return (text) => {
    if (age !== ageOf('sql')) {
      age = ageOf('sql');
      of = forEver(compute, characters);
    }
    return of(text);
  };
}
