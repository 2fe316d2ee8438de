import PptxGenJS from 'pptxgenjs';

/** A real presentation: a title slide, then a slide for each text. */
export async function makePptx(title: string, texts: readonly string[]): Promise<Uint8Array> {
  const presentation = new PptxGenJS();
  presentation.title = 'PowerPoint Presentation';
  presentation.defineSlideMaster({
    title: 'COVER',
    objects: [{ placeholder: { options: { name: 'title', type: 'title', x: 1, y: 1, w: 8, h: 1 }, text: '' } }]
  });
  presentation.addSlide({ masterName: 'COVER' }).addText(title, { placeholder: 'title' });
  for (const text of texts) {
    presentation.addSlide().addText(text, { x: 1, y: 1, w: 8, h: 1 });
  }
  return (await presentation.write({ outputType: 'uint8array' })) as Uint8Array;
}
