import { randomBytes } from 'node:crypto';

/** Every database we make begins like this, and none that does not is ever dropped. */
export const ownPrefix = 'migrate_check_';

export const newName = (): string => `${ownPrefix}${randomBytes(6).toString('hex')}`;

/** The name as SQL, after making sure that it is one of ours: what is dropped or made goes through here. */
export function ownIdentifier(name: string): string {
  if (!/^migrate_check_[0-9a-f]{12}$/.test(name))
    throw new Error(`Refusing to touch the database ${name}: its name is not one of ours`);
  return `"${name}"`;
}
