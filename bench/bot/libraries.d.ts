// The compared libraries carry no types of their own; what the bench uses of them stands here.
declare module '@nlpjs/core' {
  interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Promise<Container>;
}
declare module '@nlpjs/nlp' {
  export class Nlp {
    public constructor(settings: Record<string, unknown>);
    public addLanguage(language: string): void;
    public addDocument(language: string, text: string, intent: string): void;
    public train(): Promise<void>;
    public process(language: string, text: string): Promise<{ readonly intent: string; readonly score: number }>;
  }
}
declare module '@nlpjs/lang-ar' {
  export const LangAr: unknown;
}
declare module '@nlpjs/lang-en' {
  export const LangEn: unknown;
}
declare module '@nlpjs/lang-es' {
  export const LangEs: unknown;
}
declare module '@nlpjs/lang-fr' {
  export const LangFr: unknown;
}
declare module '@nlpjs/lang-ru' {
  export const LangRu: unknown;
}
declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}
declare module 'wink-naive-bayes-text-classifier' {
  interface Classifier {
    definePrepTasks(tasks: readonly ((text: string) => string[])[]): void;
    defineConfig(settings: { readonly considerOnlyPresence: boolean; readonly smoothingFactor: number }): void;
    learn(text: string, label: string): void;
    consolidate(): void;
    computeOdds(text: string): [string, number][];
  }
  export default function naiveBayes(): Classifier;
}
