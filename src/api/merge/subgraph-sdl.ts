import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  isInputObjectType,
  isObjectType,
  Kind,
  parse,
  print,
  printSchema,
  type TypeDefinitionNode,
  visit,
} from 'graphql';
import type { ComposedDirective } from '../../operation/subgraph.js';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.3';
const ROOTS = ['Query', 'Mutation', 'Subscription'];
const OF_GRAPHQL = ['deprecated', 'specifiedBy', 'oneOf'];

type Directed = { readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null };

/** Prints a subgraph with the directives that its classes carry: federation's, and its own that are to be composed. */
export function subgraphSdl(schema: GraphQLSchema, own: readonly ComposedDirective[] = []): string {
  const body = orderedSdl(schema);
  const used = directivesIn(body).filter((name) => !own.some((directive) => directive.name === name));
  const composed = own.map(({ name }) => ` @composeDirective(name: "@${name}")`);
  const links = [
    link(FEDERATION, own.length > 0 ? [...used, 'composeDirective'] : used),
    ...own.map(({ name, specification }) => link(specification, [name])),
  ];
  const definitions = own.map(({ name, on }) => `directive @${name} on ${on}\n\n`);
  return `extend schema ${links.join(' ')}${composed.join('')}\n\n${definitions.join('')}${body}`;
}

const link = (url: string, names: readonly string[]): string =>
  `@link(url: "${url}", import: [${[...names]
    .sort(byText)
    .map((name) => `"@${name}"`)
    .join(', ')}])`;

/**
 * Prints a schema in an order that does not depend on which module was loaded first: roots, then types by name; plain
 * fields as declared, then computed fields by name; arguments by name.
 */
export function orderedSdl(schema: GraphQLSchema): string {
  const definitions = parse(printSchema(schema))
    .definitions.map((node) => directed(schema, node as TypeDefinitionNode))
    .filter((node) => !(node.kind === Kind.OBJECT_TYPE_DEFINITION && node.fields?.length === 0))
    .sort((a, b) => byRank(a.name.value, b.name.value));
  return `${print({ kind: Kind.DOCUMENT, definitions })}\n`;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const rank = (name: string): number => (ROOTS.includes(name) ? ROOTS.indexOf(name) : ROOTS.length);
const byRank = (a: string, b: string): number => rank(a) - rank(b) || byText(a, b);
const byName = (a: { name: { value: string } }, b: { name: { value: string } }) => byText(a.name.value, b.name.value);

/** A definition with the directives its classes carry, which `printSchema` leaves out. */
function directed(schema: GraphQLSchema, node: TypeDefinitionNode): TypeDefinitionNode {
  const type = schema.getType(node.name.value);
  const directives = [...(node.directives ?? []), ...directivesOf(type)];
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION && isObjectType(type)) {
    const declared = type.getFields();
    const fields = (node.fields ?? []).map((field) => directedField(field, declared[field.name.value]));
    const isPlain = (field: FieldDefinitionNode) => declared[field.name.value]?.resolve === undefined;
    const computed = fields.filter((field) => !isPlain(field)).sort(byName);
    return { ...node, directives, fields: [...fields.filter(isPlain), ...computed] };
  }
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && isInputObjectType(type)) {
    const declared = type.getFields();
    return {
      ...node,
      directives,
      fields: node.fields?.map((field) => directedInput(field, declared[field.name.value])),
    };
  }
  return { ...node, directives };
}

function directedField(
  node: FieldDefinitionNode,
  field: GraphQLField<unknown, unknown> | undefined,
): FieldDefinitionNode {
  const argument = (name: string) => field?.args.find((arg) => arg.name === name);
  return {
    ...node,
    directives: [...(node.directives ?? []), ...directivesOf(field)],
    arguments: node.arguments?.map((arg) => directedInput(arg, argument(arg.name.value))).sort(byName),
  };
}

function directedInput(
  node: InputValueDefinitionNode,
  value: GraphQLArgument | GraphQLInputField | undefined,
): InputValueDefinitionNode {
  return { ...node, directives: [...(node.directives ?? []), ...directivesOf(value)] };
}

const directivesOf = (declared: Directed | undefined): readonly ConstDirectiveNode[] =>
  declared?.astNode?.directives ?? [];

/** The directives that a document uses, besides those of GraphQL itself. */
function directivesIn(sdl: string): readonly string[] {
  const used = new Set<string>();
  visit(parse(sdl), { Directive: ({ name }) => void used.add(name.value) });
  for (const name of OF_GRAPHQL) used.delete(name);
  return [...used];
}
