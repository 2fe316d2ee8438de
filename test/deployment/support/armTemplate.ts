type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

/** A loop of a template: `copyIndex` with its name, or without one for the innermost. */
interface Round {
  readonly name: string;
  readonly index: number;
}

/** A template of Azure Resource Manager, as far as it is read here. */
export interface ArmTemplate {
  readonly parameters: Readonly<Record<string, { readonly defaultValue?: unknown }>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly resources: readonly unknown[];
}

/**
 * What a template makes of parameters, as far as that is known without Azure: its loops and the functions that this
 * project uses. What a resource would say of itself (`reference`) is made of its id: `clientId of <name>`.
 * Source: Microsoft, "ARM template functions", "Resource iteration", "Property iteration".
 */
export class EvaluatedTemplate {
  public constructor(
    private readonly template: ArmTemplate,
    private readonly given: Readonly<Record<string, unknown>>
  ) {}

  /** The resources that are made, each loop's one after the other. @throws Error for an expression that cannot be evaluated */
  public resources(type: string): Fields[] {
    const made = (this.template.resources as Fields[]).filter((resource) => resource.type === type && this.evaluate(resource.condition, []) !== false);
    return made.flatMap(({ copy, ...resource }) => {
      const loop = copy as { name: string; count: Json } | undefined;
      const rounds = loop === undefined ? [[]] : Array.from({ length: Number(this.evaluate(loop.count, [])) }, (_, index) => [{ name: loop.name, index }]);
      return rounds.map((round) => this.evaluate(resource, round) as Fields);
    });
  }

  private evaluate(value: Json, rounds: readonly Round[]): Json {
    if (typeof value === 'string') {
      return value.startsWith('[') ? new Expression(value.slice(1, -1), (name, args) => this.call(name, args, rounds)).read() : value;
    }
    if (Array.isArray(value)) {
      return value.map((each) => this.evaluate(each, rounds));
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const loops = Array.isArray(value.copy) ? (value.copy as { name: string; count: Json; input: Json }[]) : [];
    const own = Object.entries(value).filter(([key]) => key !== 'copy' || loops.length === 0);
    return Object.fromEntries([...own.map(([key, each]) => [key, this.evaluate(each, rounds)]), ...loops.map((loop) => [loop.name, this.repeated(loop, rounds)])]);
  }

  private repeated({ name, count, input }: { readonly name: string; readonly count: Json; readonly input: Json }, rounds: readonly Round[]): Json {
    return Array.from({ length: Number(this.evaluate(count, rounds)) }, (_, index) => this.evaluate(input, [{ name, index }, ...rounds]));
  }

  private variable(name: string): Json {
    const { copy, ...plain } = this.template.variables as Fields;
    const loop = (copy as { name: string; count: Json; input: Json }[]).find((each) => each.name === name);
    return loop === undefined ? this.evaluate(plain[name], []) : this.repeated(loop, []);
  }

  private call(name: string, args: readonly (() => Json)[], rounds: readonly Round[]): Json {
    // The branch that is not taken is not evaluated.
    if (name === 'if') {
      return args[0]() === true ? args[1]() : args[2]();
    }
    const [first, ...rest] = args.map((each) => each());
    switch (name) {
      case 'parameters':
        return (first as string) in this.given ? (this.given[first as string] as Json) : this.evaluate(this.template.parameters[first as string].defaultValue as Json, []);
      case 'variables':
        return this.variable(first as string);
      case 'copyIndex':
        return (first === undefined ? rounds[0] : rounds.find((round) => round.name === first))?.index;
      case 'reference':
        return { clientId: `clientId of ${String(first).split('/').at(-1)}`, defaultDomain: 'example.azurecontainerapps.io', loginServer: 'registry.example.azurecr.io' };
      default: {
        const known = FUNCTIONS[name];
        if (known === undefined) {
          throw new Error(`The function ${name} is not known here`);
        }
        return known(first, ...rest);
      }
    }
  }
}

const FUNCTIONS: Readonly<Record<string, (...args: Json[]) => Json>> = {
  concat: (...args) => (Array.isArray(args[0]) ? args.flat() : args.join('')),
  contains: (whole, part) => (Array.isArray(whole) ? whole.includes(part) : typeof whole === 'string' ? whole.includes(String(part)) : String(part) in (whole as Fields)),
  createArray: (...args) => args.filter((each) => each !== undefined),
  createObject: (...args) => Object.fromEntries(args.flatMap((each, index) => (index % 2 === 0 ? [[String(each), args[index + 1]]] : []))),
  empty: (value) => (value as string | Json[]).length === 0,
  environment: () => ({ suffixes: { keyvaultDns: '.vault.azure.net' } }),
  equals: (one, other) => one === other,
  extensionResourceId: (...args) => args.join('/'),
  format: (pattern, ...values) => String(pattern).replace(/\{\{|\}\}|\{(\d+)\}/g, (all, index?: string) => (index === undefined ? all[0] : String(values[Number(index)]))),
  greater: (one, other) => Number(one) > Number(other),
  guid: (...args) => args.join('-'),
  join: (parts, separator) => (parts as Json[]).join(String(separator)),
  json: (text) => JSON.parse(String(text)) as Json,
  length: (value) => (value as string | Json[]).length,
  not: (value) => value !== true,
  resourceGroup: () => ({ id: '/resourceGroups/desk', location: 'westeurope' }),
  resourceId: (...args) => args.join('/'),
  subscription: () => ({ tenantId: 'the-tenant' }),
  subscriptionResourceId: (...args) => args.join('/'),
  take: (text, count) => String(text).slice(0, Number(count)),
  toLower: (text) => String(text).toLowerCase(),
  toUpper: (text) => String(text).toUpperCase(),
  uniqueString: () => 'abcdef123456'
};

/** An expression of a template: calls, texts, whole numbers, and what is taken from their values. */
class Expression {
  private at = 0;

  public constructor(
    private readonly text: string,
    private readonly call: (name: string, args: readonly (() => Json)[]) => Json
  ) {}

  public read(): Json {
    const value = this.part();
    this.skip();
    if (this.at !== this.text.length) {
      throw new Error(`More than an expression: ${this.text.slice(this.at)}`);
    }
    return value();
  }

  private part(): () => Json {
    const text = this.take(/'((?:[^']|'')*)'/y);
    if (text !== undefined) {
      return () => text[1].replace(/''/g, "'");
    }
    const number = this.take(/-?\d+/y);
    if (number !== undefined) {
      return () => Number(number[0]);
    }
    const name = this.take(/(\w+)\(/y);
    if (name === undefined) {
      throw new Error(`No expression: ${this.text.slice(this.at)}`);
    }
    const args: (() => Json)[] = [];
    while (this.take(/\)/y) === undefined) {
      args.push(this.part());
      this.take(/,/y);
    }
    return this.within(() => this.call(name[1], args));
  }

  private within(value: () => Json): () => Json {
    const property = this.take(/\.(\w+)/y);
    if (property !== undefined) {
      return this.within(() => fieldOf(value(), property[1]));
    }
    if (this.take(/\[/y) === undefined) {
      return value;
    }
    const key = this.part();
    if (this.take(/\]/y) === undefined) {
      throw new Error(`A bracket is not closed: ${this.text}`);
    }
    return this.within(() => fieldOf(value(), String(key())));
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    this.skip();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    this.at += found?.[0].length ?? 0;
    return found;
  }

  private skip(): void {
    this.at += /^\s*/.exec(this.text.slice(this.at))?.[0].length ?? 0;
  }
}

/** As Azure does, which ends a deployment where something is taken from what is not there. */
function fieldOf(value: Json, key: string): Json {
  if (typeof value !== 'object' || value === null || !(key in value)) {
    throw new Error(`There is no ${key} in ${JSON.stringify(value)}`);
  }
  return (value as Fields)[key];
}
