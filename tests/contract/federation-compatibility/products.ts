import 'reflect-metadata';
import { Arg, Directive, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../../src/operation/reading.js';
import type { ReferenceReader, Subgraph } from '../../../src/operation/subgraph.js';
import type { Matrix } from '../../../src/policy/matrix/columns.js';
import { line } from '../fixtures/matrix.js';

const jane: Shown = { id: 'jane', email: 'support@apollographql.com', name: 'Jane Smith', totalProductsCreated: 1337 };

const deprecated: Shown = {
  id: 'apollo-federation-v1',
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: jane,
};

const research = [
  { id: '1', study: { caseNumber: '1234', description: 'Federation Study' }, outcome: null },
  { id: '2', study: { caseNumber: '1235', description: 'Studio Study' }, outcome: null },
] as const satisfies readonly Shown[];

const product = (id: string, name: string, variation: string, of: Shown): Shown => ({
  id,
  sku: name,
  package: `@apollo/${name}`,
  variation: { id: variation },
  dimensions: { size: 'small', weight: 1, unit: 'kg' },
  createdBy: jane,
  notes: null,
  research: [of],
});

const products = [
  product('apollo-federation', 'federation', 'OSS', research[0]),
  product('apollo-studio', 'studio', 'platform', research[1]),
];

const inventories: readonly Shown[] = [{ id: 'apollo-oss' }];

@Directive('@key(fields: "email")')
@ObjectType()
class User {
  @Field(() => ID)
  email!: string;

  @Directive('@override(from: "users")')
  @Field(() => String, { nullable: true })
  name!: string | null;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  totalProductsCreated!: number | null;

  @Directive('@external')
  @Field(() => Int)
  yearsOfEmployment!: number;
}

@ObjectType()
class CaseStudy {
  @Field(() => ID)
  caseNumber!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;
}

@Directive('@key(fields: "study { caseNumber }")')
@ObjectType()
class ProductResearch {
  @Field(() => CaseStudy)
  study!: CaseStudy;

  @Field(() => String, { nullable: true })
  outcome!: string | null;
}

@ObjectType()
class ProductVariation {
  @Field(() => ID)
  id!: string;
}

@Directive('@shareable')
@ObjectType()
class ProductDimension {
  @Field(() => String, { nullable: true })
  size!: string | null;

  @Field(() => Float, { nullable: true })
  weight!: number | null;

  @Directive('@inaccessible')
  @Field(() => String, { nullable: true })
  unit!: string | null;
}

@Directive('@key(fields: "sku package")')
@ObjectType()
class DeprecatedProduct {
  @Field(() => String)
  sku!: string;

  @Field(() => String)
  package!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => User, { nullable: true })
  createdBy!: User | null;
}

@Directive('@custom')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "sku package")')
@Directive('@key(fields: "sku variation { id }")')
@ObjectType()
class Product {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  sku!: string | null;

  @Field(() => String, { nullable: true })
  package!: string | null;

  @Field(() => ProductVariation, { nullable: true })
  variation!: ProductVariation | null;

  @Field(() => ProductDimension, { nullable: true })
  dimensions!: ProductDimension | null;

  @Directive('@provides(fields: "totalProductsCreated")')
  @Field(() => User, { nullable: true })
  createdBy!: User | null;

  @Directive('@tag(name: "internal")')
  @Field(() => String, { nullable: true })
  notes!: string | null;

  @Field(() => [ProductResearch])
  research!: ProductResearch[];
}

@Directive('@interfaceObject')
@Directive('@key(fields: "id")')
@ObjectType()
class Inventory {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => Product)
class ProductResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg('id', () => ID) id: string): Shown | null {
    return products.find((one) => one.id === id) ?? null;
  }

  @Query(() => DeprecatedProduct, { nullable: true, deprecationReason: 'Use product query instead' })
  deprecatedProduct(@Arg('sku', () => String) sku: string, @Arg('package', () => String) name: string): Shown | null {
    return deprecated.sku === sku && deprecated.package === name ? deprecated : null;
  }
}

@Resolver(() => User)
class UserResolver {
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() user: Partial<User>): number | null {
    const { totalProductsCreated: total, yearsOfEmployment: years } = user;
    return total == null || !years ? null : Math.round(total / years);
  }
}

@Resolver(() => Inventory)
class InventoryResolver {
  @FieldResolver(() => [DeprecatedProduct])
  deprecatedProducts(): readonly Shown[] {
    return [deprecated];
  }
}

/** Rows by one key, whose values `textOf` gives as the hub's builder asks for them. */
const reader =
  (rows: readonly Shown[], textOf: (row: never) => string): ReferenceReader =>
  async (_reading, keys) =>
    new Map(rows.map((row) => [textOf(row as never), row] as const).filter(([key]) => keys.includes(key)));

const list = (...values: readonly string[]): string => JSON.stringify(values);

/** The `products` subgraph that the compatibility tests ask for, made of classes like any of the hub's. */
export const productsSubgraph: Subgraph = {
  name: 'products',
  resolvers: [ProductResolver, UserResolver, InventoryResolver],
  references: {
    Product: {
      id: reader(products, (row: Product) => row.id),
      'sku package': reader(products, (row: Product) => list(String(row.sku), String(row.package))),
      'sku variation { id }': reader(products, (row: Product) => list(String(row.sku), String(row.variation?.id))),
    },
    DeprecatedProduct: {
      'sku package': reader([deprecated], (row: Product) => list(String(row.sku), String(row.package))),
    },
    ProductResearch: { 'study { caseNumber }': reader(research, (row: ProductResearch) => row.study.caseNumber) },
    User: { email: reader([jane], (row: User) => row.email) },
    Inventory: { id: reader(inventories, (row: Inventory) => row.id) },
  },
  isId: (id) => /^[a-z-]+$/.test(id),
  composedDirectives: [{ name: 'custom', specification: 'https://myspecs.dev/myCustomDirective/v1.0', on: 'OBJECT' }],
  policies: [],
};

const types = [
  User,
  CaseStudy,
  ProductResearch,
  ProductVariation,
  ProductDimension,
  DeprecatedProduct,
  Product,
  Inventory,
];

/** Everything is open: the tests ask whether the graph fits, not who may see it. */
export const productsMatrix: Matrix = {
  'Query.product': line('all'),
  'Query.deprecatedProduct': line('all'),
  ...Object.fromEntries(types.flatMap(({ name }) => [[name, line('all')] as const, [`${name}.*`, line('F')] as const])),
};
