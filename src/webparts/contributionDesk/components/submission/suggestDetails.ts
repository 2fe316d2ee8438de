import { isSure } from '../../../../documents/compareLanguages';
import type { FileReading } from './fileReading';
import type { SubmissionDetails, SuggestedField } from './submission';

/** What a document says of itself, as values for the form; only what it says. */
export function suggestDetails(reading: FileReading): Partial<Pick<SubmissionDetails, SuggestedField>> {
  if (reading.status !== 'read') {
    return {};
  }
  const { properties, language } = reading;
  const found = {
    title: properties.title,
    source: properties.source,
    // Programs declare the language of their own installation, so the text itself is believed first.
    originalLanguage: isSure(language) ? language.language : properties.declaredLanguage,
    purpose: properties.purpose,
    topic: properties.agendaItem
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value.trim() !== ''));
}
