import type { Vocabulary } from './vocabulary';

/** How people ask in English. */
export const ENGLISH: Vocabulary = {
  language: 'en',
  help: ['help', 'hi', 'hello', 'hey', 'good morning', 'good afternoon', 'good evening', 'start', 'what can you do', 'how do you work', 'thanks', 'thank you'],
  deadline: [
    'deadline*', 'due', 'until when', 'till when', 'by when', 'last day', 'latest date', 'closing date', 'cut-off', 'cutoff', 'how long',
    'how many days', 'days left', 'time left', 'when must', 'when do', 'when can', 'when should', 'when is the next', 'next meeting', 'too late', 'still submit', 'still send'
  ],
  topics: [
    ['interpretation', ['interpretation*', 'interpreter*', 'language*']],
    ['information', ['for information', 'information document*', 'information contribution*']],
    ['contributions', ['contribution*', 'document*', 'paper*', 'input*', 'proposal*', 'submission*', 'submit*', 'send', 'upload*', 'translat*']]
  ],
  status: ['status', 'state', 'where is', "where's", 'where are', 'what happened', 'what about', 'how is', 'arrived', 'received', 'published', 'accepted', 'translated', 'find', 'show', 'search'],
  document: ['contribution*', 'document*', 'doc', 'paper*', 'proposal*', 'submission*', 'liaison statement*', 'file'],
  filler: [
    'a', 'about', 'again', 'already', 'an', 'and', 'any', 'are', 'at', 'be', 'been', 'being', 'by', 'called', 'can', 'concerning', 'could', 'did', 'do', 'does', 'entitled', 'for', 'from',
    'get', 'give', 'group', 'had', 'has', 'have', 'i', 'in', 'is', 'it', 'its', 'know', 'left', 'let', 'like', 'made', 'me', 'must', 'my', 'named', 'next', 'no', 'not', 'number', 'of', 'on', 'one', 'or',
    'our', 'please', 'regarding', 's', 'sent', 'should', 'tell', 'that', 'the', 'there', 'this', 'title', 'titled', 'to', 'us', 'was', 'we', 'were', 'what', 'when', 'where', 'whether', 'which', 'who', 'will',
    'with', 'would', 'yet', 'you', 'your'
  ]
};
