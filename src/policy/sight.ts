import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Rights } from './rights.js';

/** A field held back or masked, said once per response with its basis. */
export interface Withholding {
  readonly coordinate: string;
  readonly basis: string | undefined;
  /** The cell is a pair: it holds on rows not related to the asker. */
  readonly onOtherRows: boolean;
}

/** What an operation asks for and what of it the role is not shown: from document, variables and rights, never from rows. */
export interface Sight {
  readonly coordinates: readonly string[];
  readonly withheld: readonly Withholding[];
  readonly masked: readonly Withholding[];
  /** Arguments that are given a value. */
  readonly argumentsUsed: readonly string[];
  /** Those of them that the role may not use. */
  readonly forbiddenArguments: readonly string[];
}

type Variables = Readonly<Record<string, unknown>>;

/** Reads an operation once, following its fragments, `@skip` and `@include`. Variables are coerced ones. */
export function sightOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  rights: Rights,
): Sight {
  const walk = new Walk(schema, document, variables);
  const root = schema.getRootType(operation.operation);
  if (root) walk.enter(operation.selectionSet, root);
  return {
    coordinates: [...walk.coordinates].sort(),
    argumentsUsed: [...walk.argumentsUsed].sort(),
    forbiddenArguments: [...walk.argumentsUsed].filter((argument) => !rights.argument(argument)).sort(),
    ...withholdings(walk.coordinates, rights),
  };
}

class Walk {
  readonly coordinates = new Set<string>();
  readonly argumentsUsed = new Set<string>();
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly entered = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  enter(selectionSet: SelectionSetNode, parent: GraphQLCompositeType): void {
    for (const selection of selectionSet.selections) {
      if (this.isOut(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        this.field(parent, selection.name.value, selection.arguments ?? [], selection.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.enter(selection.selectionSet, this.typeNamed(selection.typeCondition?.name.value) ?? parent);
      } else {
        this.spread(selection.name.value);
      }
    }
  }

  private field(
    parent: GraphQLCompositeType,
    name: string,
    args: readonly ArgumentNode[],
    selectionSet: SelectionSetNode | undefined,
  ): void {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return;
    const definition = parent.getFields()[name];
    if (!definition) return;
    const coordinate = `${parent.name}.${name}`;
    this.coordinates.add(coordinate);
    for (const argument of args)
      if (this.isGiven(argument)) this.argumentsUsed.add(`${coordinate}(${argument.name.value}:)`);
    const type = getNamedType(definition.type);
    if (selectionSet && isCompositeType(type)) this.enter(selectionSet, type);
  }

  private spread(name: string): void {
    const fragment = this.fragments.get(name);
    if (!fragment || this.entered.has(name)) return;
    this.entered.add(name);
    const type = this.typeNamed(fragment.typeCondition.name.value);
    if (type) this.enter(fragment.selectionSet, type);
  }

  private typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  /** A variable that is missing or no Boolean takes nothing out here: the execution refuses it. */
  private isOut(node: { readonly directives?: readonly DirectiveNode[] }): boolean {
    try {
      return (
        getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.if === true ||
        getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.if === false
      );
    } catch {
      return false;
    }
  }

  private isGiven({ value }: ArgumentNode): boolean {
    if (value.kind === Kind.VARIABLE) return this.variables[value.name.value] != null;
    return value.kind !== Kind.NULL;
  }
}

function withholdings(coordinates: ReadonlySet<string>, rights: Rights): Pick<Sight, 'withheld' | 'masked'> {
  const withheld: Withholding[] = [];
  const masked: Withholding[] = [];
  for (const coordinate of [...coordinates].sort()) {
    if (/^(Query|Mutation)\./.test(coordinate)) continue;
    const [first, second] = rights.field(coordinate).split('/');
    const said = { coordinate, basis: rights.basis(coordinate), onOtherRows: second !== undefined };
    if (first === '-' || second === '-') withheld.push(said);
    if (first === 'M' || second === 'M') masked.push(said);
  }
  return { withheld, masked };
}
