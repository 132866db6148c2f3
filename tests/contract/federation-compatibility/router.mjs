// A router (graphql-tools, MIT) in place of Apollo's, which is a binary: usage: node router.mjs SUPERGRAPH_FILE
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { execute, parse, validate } from 'graphql';

const schema = getStitchedSchemaFromSupergraphSdl({ supergraphSdl: readFileSync(process.argv[2], 'utf8') });

async function answer({ query, variables }) {
  const document = parse(query);
  const errors = validate(schema, document);
  return errors.length > 0 ? { errors } : execute({ schema, document, variableValues: variables });
}

const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const result = await answer(JSON.parse(body)).catch((error) => ({ errors: [{ message: String(error) }] }));
  response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
});
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${server.address().port}/`));
