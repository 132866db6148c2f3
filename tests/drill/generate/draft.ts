import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { Random } from '../../../seeds/random.js';

/** How often a value goes by a variable; how often that variable has it as its default and is not sent. */
const [BY_VARIABLE, BY_DEFAULT, INNER_VARIABLE] = [0.5, 0.25, 0.08];

/** The text of an operation in the making: its variables, fragments and the names it has used. */
export class Draft {
  readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private serial = 0;

  constructor(private readonly random: Random) {}

  name(prefix: string): string {
    return `${prefix}${this.serial++}`;
  }

  /** Adds a named fragment and answers its name. */
  fragment(type: string, selections: string): string {
    const name = this.name('F');
    this.fragments.push(`fragment ${name} on ${type} ${selections}`);
    return name;
  }

  /** The arguments of a field, as literals and variables. */
  arguments(given: Readonly<Record<string, unknown>>, types: ReadonlyMap<string, GraphQLInputType>): string {
    const written = Object.entries(given).map(([name, value]) => {
      const type = types.get(name);
      return `${name}: ${type ? this.written(value, type) : JSON.stringify(value)}`;
    });
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  /** `@skip` or `@include`; mostly such that the field stays. */
  directive(): string {
    const [name, stays] = this.random.pick([
      ['include', true],
      ['skip', false],
    ] as const);
    const value = this.random.chance(0.85) ? stays : !stays;
    if (this.random.chance(0.5)) return ` @${name}(if: ${value})`;
    const variable = this.name('v');
    if (this.random.chance(0.5)) this.declared.push(`$${variable}: Boolean = ${value}`);
    else {
      this.declared.push(`$${variable}: Boolean!`);
      this.variables[variable] = value;
    }
    return ` @${name}(if: $${variable})`;
  }

  /** The whole document. */
  document(kind: 'query' | 'mutation', selections: string): string {
    const declared = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    return [`${kind} Drill${declared} ${selections}`, ...this.fragments].join('\n');
  }

  private written(value: unknown, type: GraphQLInputType): string {
    if (this.random.chance(BY_VARIABLE)) return this.variable(value, type);
    return this.literal(value, type);
  }

  private variable(value: unknown, type: GraphQLInputType): string {
    const name = this.name('v');
    if (this.random.chance(BY_DEFAULT) && value !== null) {
      this.declared.push(`$${name}: ${String(getNullableType(type))} = ${this.plain(value, type)}`);
    } else {
      this.declared.push(`$${name}: ${String(type)}`);
      this.variables[name] = value;
    }
    return `$${name}`;
  }

  /** A literal, in which a part may be a variable. */
  private literal(value: unknown, type: GraphQLInputType): string {
    return this.print(value, type, (part, of) =>
      this.random.chance(INNER_VARIABLE) ? this.variable(part, of) : undefined,
    );
  }

  private plain(value: unknown, type: GraphQLInputType): string {
    return this.print(value, type, () => undefined);
  }

  private print(
    value: unknown,
    type: GraphQLInputType,
    instead: (value: unknown, type: GraphQLInputType) => string | undefined,
  ): string {
    const nullable = getNullableType(type) as GraphQLInputType;
    const part = (inner: unknown, of: GraphQLInputType) => instead(inner, of) ?? this.print(inner, of, instead);
    if (value === null || value === undefined) return 'null';
    if (Array.isArray(value)) {
      const of = (isListType(nullable) ? nullable.ofType : nullable) as GraphQLInputType;
      return `[${value.map((inner) => part(inner, of)).join(', ')}]`;
    }
    if (typeof value === 'object') {
      const fields = isInputObjectType(nullable) ? (nullable as GraphQLInputObjectType).getFields() : {};
      const entries = Object.entries(value).map(([name, inner]) => {
        const of = fields[name]?.type;
        return `${name}: ${of ? part(inner, of) : JSON.stringify(inner)}`;
      });
      return `{${entries.join(', ')}}`;
    }
    if (typeof value === 'string' && isEnumType(nullable) && isName(value)) return value;
    return JSON.stringify(value);
  }
}

const isName = (value: string): boolean => /^[A-Za-z_]\w*$/.test(value);
