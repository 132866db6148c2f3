import { createServer } from 'node:http';
import { databaseUrl, listening } from './listening.js';
import { peerRequire } from './peer-packages.js';

/** PostGraphile 5 over the peers' views, as its guide to production says; its adaptor prepares statements by default. */
process.env.GRAPHILE_ENV = 'production';
const { postgraphile } = peerRequire('postgraphile');
const { PostGraphileAmberPreset } = peerRequire('postgraphile/presets/amber');
const { makePgService } = peerRequire('postgraphile/adaptors/pg');
const { grafserv } = peerRequire('postgraphile/grafserv/node');

const server = createServer();
const served = postgraphile({
  extends: [PostGraphileAmberPreset],
  // it takes orders and conditions away where it sees no index, and on a view it sees none
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: databaseUrl,
      schemas: ['peer'],
      poolConfig: { max: 10, options: '-c timezone=Asia/Shanghai' },
    }),
  ],
  // a bare list costs less than a connection, where nothing but the records is asked for
  schema: { defaultBehavior: '+connection +list' },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
}).createServ(grafserv);
await served.addTo(server);
listening(server);
