import { randomBytes } from 'node:crypto';

/** Every database we make has such a name, and none that has not is ever dropped. */
export const ownName = /^migrate_check_[0-9a-f]{12}$/;

export const newName = (): string => `migrate_check_${randomBytes(6).toString('hex')}`;

/** The name as SQL, after making sure that it is one of ours: what is dropped or made goes through here. */
export function ownIdentifier(name: string): string {
  if (!ownName.test(name))
    throw new Error(`Refusing to touch the database ${name}: its name is not one of ours`);
  return `"${name}"`;
}
