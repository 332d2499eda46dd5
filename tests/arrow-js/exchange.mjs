// For each NAME.arrow (a file) and NAME.arrows (a stream) of a folder: writes what JavaScript reads in it to NAME.arrow.json, and the same table
// as JavaScript writes it to NAME.arrow.js. A file that cannot be read or rewritten gets an error in its place.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecordBatchReader, RecordBatchFileWriter, RecordBatchStreamWriter } from 'apache-arrow';
import { text } from './values.mjs';

const folder = process.argv[2];

const read = path => {
  const reader = RecordBatchReader.from(readFileSync(path)).open();
  // Asked for first: at its end a reader forgets it.
  const { schema } = reader;
  return { schema, batches: [...reader] };
};

const describe = ({ schema, batches }) => ({
  names: schema.fields.map(field => field.name),
  metadata: Object.fromEntries(schema.metadata),
  fieldMetadata: schema.fields.map(field => Object.fromEntries(field.metadata)),
  batches: batches.map(batch => batch.data.children.map(column => Array.from({ length: column.length }, (_, row) => text(column, row)))),
});

const rewrite = ({ schema, batches }, asFile) => {
  const writer = asFile ? new RecordBatchFileWriter() : new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  for (const batch of batches) {
    writer.write(batch);
  }
  return writer.finish().toUint8Array(true);
};

for (const name of readdirSync(folder).filter(n => /\.arrows?$/.test(n))) {
  const path = join(folder, name);
  try {
    const table = read(path);
    writeFileSync(`${path}.json`, JSON.stringify(describe(table)));
    writeFileSync(`${path}.js`, rewrite(table, name.endsWith('.arrow')));
  } catch (error) {
    writeFileSync(`${path}.error`, `${error.stack}`);
  }
}
