import type { Language } from '../../../rules/language';
import type { QuestionTemplates } from '../classifier/templates';
import ar from './templates/ar.json';
import en from './templates/en.json';
import es from './templates/es.json';
import fr from './templates/fr.json';
import ru from './templates/ru.json';
import zh from './templates/zh.json';

/** How people ask in each language, by kind. */
export const TEMPLATES: Readonly<Record<Language, QuestionTemplates>> = { ar, en, es, fr, ru, zh };
