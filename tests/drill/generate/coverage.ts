import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Every coordinate operations can reach: fields, arguments, input fields, and the values of enums used in input. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  const found = new Set<string>();
  const entered = new Set<string>();
  const enterInput = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (entered.has(named.name)) return;
    entered.add(named.name);
    if (isEnumType(named)) for (const { name } of named.getValues()) found.add(`${named.name}.${name}`);
    if (!isInputObjectType(named)) return;
    for (const field of Object.values(named.getFields())) {
      found.add(`${named.name}.${field.name}`);
      enterInput(field.type);
    }
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      found.add(`${type.name}.${field.name}`);
      for (const argument of field.args) {
        found.add(`${type.name}.${field.name}(${argument.name}:)`);
        enterInput(argument.type);
      }
    }
  }
  return [...found].sort();
}

/**
 * Which coordinates answers have reached. A field is covered when it stands in an answer, an argument or input value
 * when the field it was given to answered, or refused it by a code of its own.
 */
export class Coverage {
  readonly all: readonly string[];
  private readonly open: Set<string>;

  constructor(private readonly schema: GraphQLSchema) {
    this.all = coordinatesOf(schema);
    this.open = new Set(this.all);
  }

  get covered(): number {
    return this.all.length - this.open.size;
  }

  get missing(): readonly string[] {
    return [...this.open];
  }

  isMissing(coordinate: string): boolean {
    return this.open.has(coordinate);
  }

  /** Notes what an answer reached. Of a refusal by the field itself (`isHeard`), what was given to it. */
  take(document: DocumentNode, variables: Variables, data: unknown, isHeard: boolean): void {
    const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const root = operation && this.schema.getRootType((operation as OperationDefinitionNode).operation);
    const walk = new Walk(this.schema, document, variables, this.open);
    const { selectionSet } = operation as OperationDefinitionNode;
    if (root && data !== null && typeof data === 'object') walk.enter(selectionSet, root, data);
    else if (root && isHeard) walk.hear(selectionSet, root);
  }
}

class Walk {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
    private readonly open: Set<string>,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  enter(selectionSet: SelectionSetNode, declared: GraphQLCompositeType, value: object): void {
    const told = (value as { __typename?: string }).__typename;
    const named = told === undefined ? undefined : this.schema.getType(told);
    const type = isCompositeType(named) ? named : declared;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        this.field(selection, type, value);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || condition === type.name))
        this.enter(fragment.selectionSet, type, value);
    }
  }

  /** What root fields were given that refused it. */
  hear({ selections }: SelectionSetNode, root: GraphQLObjectType): void {
    for (const selection of selections) {
      const definition = selection.kind === Kind.FIELD ? root.getFields()[selection.name.value] : undefined;
      if (selection.kind === Kind.FIELD && definition)
        this.given(`${root.name}.${definition.name}`, selection.arguments ?? [], definition.args);
    }
  }

  private field(node: FieldNode, type: GraphQLCompositeType, value: object): void {
    const key = node.alias?.value ?? node.name.value;
    const definition = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
    if (!definition || !Object.hasOwn(value, key)) return;
    const coordinate = `${type.name}.${definition.name}`;
    const inner = (value as Record<string, unknown>)[key];
    // a root field that was refused is null as well
    if (inner !== null || !/^(Query|Mutation)\./.test(coordinate)) this.open.delete(coordinate);
    if (inner !== null) this.given(coordinate, node.arguments ?? [], definition.args);
    const named = getNamedType(definition.type);
    if (!node.selectionSet || !isCompositeType(named)) return;
    for (const part of [inner].flat(3))
      if (part !== null && typeof part === 'object') this.enter(node.selectionSet, named, part);
  }

  private given(
    coordinate: string,
    nodes: readonly ArgumentNode[],
    definitions: readonly { readonly name: string; readonly type: GraphQLInputType }[],
  ): void {
    for (const { name, value } of nodes) {
      const definition = definitions.find((known) => known.name === name.value);
      const plain = this.plain(value);
      if (!definition || plain === undefined) continue;
      this.open.delete(`${coordinate}(${name.value}:)`);
      this.value(definition.type, plain);
    }
  }

  private value(type: GraphQLInputType, value: unknown): void {
    const nullable = getNullableType(type);
    if (value === null || value === undefined) return;
    if (isListType(nullable)) for (const part of [value].flat()) this.value(nullable.ofType as GraphQLInputType, part);
    else if (isEnumType(nullable)) this.open.delete(`${nullable.name}.${String(value)}`);
    else if (isInputObjectType(nullable) && typeof value === 'object')
      for (const [name, field] of Object.entries(nullable.getFields()))
        if (Object.hasOwn(value, name) && (value as Record<string, unknown>)[name] !== undefined) {
          this.open.delete(`${nullable.name}.${name}`);
          this.value(field.type, (value as Record<string, unknown>)[name]);
        }
  }

  private plain(node: ValueNode): unknown {
    switch (node.kind) {
      case Kind.VARIABLE:
        return this.variables[node.name.value];
      case Kind.LIST:
        return node.values.map((value) => this.plain(value));
      case Kind.OBJECT:
        return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, this.plain(value)]));
      case Kind.NULL:
        return null;
      default:
        return node.value;
    }
  }
}
