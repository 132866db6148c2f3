import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  type GraphQLType,
  GraphQLUnionType,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Matrix } from './matrix/columns.js';
import type { Rights } from './rights.js';

/**
 * The schema as one role is told of it, to answer introspection only: operations and types closed to the role do not
 * exist; fields withheld or masked stay, and say so with their basis. `everybody` are the rights of the public.
 */
export function toldSchema(schema: GraphQLSchema, matrix: Matrix, rights: Rights, everybody: Rights): GraphQLSchema {
  const told = new Told(schema, matrix, rights, everybody);
  return new GraphQLSchema({
    query: told.root(schema.getQueryType()),
    mutation: told.root(schema.getMutationType()),
    subscription: told.root(schema.getSubscriptionType()),
    directives: schema.getDirectives(),
  });
}

class Told {
  private readonly types = new Map<string, GraphQLNamedType>();

  constructor(
    schema: GraphQLSchema,
    private readonly matrix: Matrix,
    private readonly rights: Rights,
    private readonly everybody: Rights,
  ) {
    for (const [name, type] of Object.entries(schema.getTypeMap()))
      if (!this.isClosed(name)) this.types.set(name, this.told(type));
  }

  /** A root type with the operations the role may ask; none when there are none. */
  root(type: GraphQLObjectType | null | undefined): GraphQLObjectType | undefined {
    if (!type) return undefined;
    // federation's own fields have no line: what they lead to is decided record by record
    const isOpen = (field: string) => field.startsWith('_') || this.rights.operation(`${type.name}.${field}`) !== '-';
    const fields = Object.entries(type.toConfig().fields).filter(
      ([field, { type: answer }]) => isOpen(field) && this.exists(answer),
    );
    if (fields.length === 0) return undefined;
    return new GraphQLObjectType({ ...type.toConfig(), fields: this.rewired(fields) });
  }

  private isClosed(type: string): boolean {
    return Object.hasOwn(this.matrix, type) && this.rights.reach(type) === '-' && this.everybody.reach(type) === '-';
  }

  private exists(type: GraphQLType): boolean {
    return this.types.has(getNamedType(type).name);
  }

  private told(type: GraphQLNamedType): GraphQLNamedType {
    if (isObjectType(type) && !type.name.startsWith('__')) return this.object(type);
    if (!isUnionType(type)) return type;
    const open = () =>
      type
        .getTypes()
        .filter((member) => this.exists(member))
        .map((member) => this.here(member));
    return new GraphQLUnionType({ ...type.toConfig(), types: open });
  }

  private object(type: GraphQLObjectType): GraphQLObjectType {
    const config = type.toConfig();
    const explained = ([name, field]: [string, GraphQLFieldConfig<unknown, unknown>]) =>
      [name, { ...field, description: this.explained(`${type.name}.${name}`, field.description) }] as const;
    const fields = () =>
      this.rewired(
        Object.entries(config.fields)
          .filter(([, field]) => this.exists(field.type))
          .map(explained),
      );
    return new GraphQLObjectType({ ...config, fields });
  }

  private explained(coordinate: string, description: string | null | undefined): string | null | undefined {
    const [first, second] = this.rights.field(coordinate).split('/');
    const said = [
      sentence(first, second === undefined ? '' : ' on rows related to you'),
      second && sentence(second, ' on other rows'),
    ];
    const why = said.filter(Boolean).join(', ');
    if (why === '') return description;
    return [description, `For you: ${why} (${this.rights.basis(coordinate) ?? 'not listed'}).`]
      .filter(Boolean)
      .join('\n');
  }

  private rewired(
    fields: Iterable<readonly [string, GraphQLFieldConfig<unknown, unknown>]>,
  ): GraphQLFieldConfigMap<unknown, unknown> {
    return Object.fromEntries([...fields].map(([name, field]) => [name, { ...field, type: this.here(field.type) }]));
  }

  /** The told type in the place of the served one. */
  private here<Type extends GraphQLType>(type: Type): Type {
    if (isNonNullType(type)) return new GraphQLNonNull(this.here(type.ofType)) as Type;
    if (isListType(type)) return new GraphQLList(this.here(type.ofType)) as Type;
    return this.types.get((type as GraphQLNamedType).name) as Type;
  }
}

function sentence(cell: string | undefined, where: string): string {
  if (cell === '-') return `withheld${where}`;
  return cell === 'M' ? `masked${where}` : '';
}
