import { APP_ROLE, type Database } from "../database.ts";
import { StartError } from "../errors.ts";

type Role = { name: string; superuser: boolean; bypass: boolean; creates: boolean; owned: string | null };

const QUERY = `select rolname::text as name, rolsuper as superuser, rolbypassrls as bypass,
  rolcreaterole or rolcreatedb as creates,
  (select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where pg_has_role(current_user, c.relowner, 'member') and n.nspname in ('public', 'vault') limit 1) as owned
  from pg_roles where rolname = current_user`;

/**
 * The node works as a role that can neither change the tables nor look past row security: a stolen connection can do no
 * more than the node itself (promises.md D12, P30).
 */
export async function assertLeastRole(database: Database): Promise<void> {
  const { rows } = await database.query<Role>(QUERY);
  const role = rows[0]!;
  const wrong =
    (role.superuser && "is a superuser") ||
    (role.bypass && "has BYPASSRLS") ||
    (role.creates && "may create roles or databases") ||
    (role.owned !== null && `owns the table "${role.owned}"`) ||
    (role.name !== APP_ROLE && "is not the node's own role");
  if (!wrong) return;
  throw new StartError(
    "start/role",
    `Cannot start as the database role "${role.name}": it ${wrong}; give DATABASE_URL the role "${APP_ROLE}" and MIGRATION_URL the owner`,
    { role: role.name },
  );
}
