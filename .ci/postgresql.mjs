// Prints the URL of a PostgreSQL on 127.0.0.1 that lets this machine in without a password and may create databases.
// usage: node .ci/postgresql.mjs PORT; exits 1 when there is none.
import pg from 'pg';

const port = Number(process.argv[2]);
const may = `SELECT rolsuper OR rolcreatedb AS create, current_setting('server_version_num')::int >= 150000 AS recent
  FROM pg_roles WHERE rolname = current_user`;

for (const user of ['root', 'postgres']) {
  const client = new pg.Client({ host: '127.0.0.1', port, user, database: 'postgres', connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(may);
    if (rows[0]?.create && rows[0]?.recent) {
      console.log(`postgres://${user}@127.0.0.1:${port}/postgres`);
      process.exit(0);
    }
    console.error(`ci: ${user} on port ${port} may not create databases, or PostgreSQL is older than 15`);
  } catch (error) {
    console.error(`ci: ${user} on port ${port}: ${error.message || error.code}`);
  } finally {
    await client.end().catch(() => {});
  }
}
process.exit(1);
