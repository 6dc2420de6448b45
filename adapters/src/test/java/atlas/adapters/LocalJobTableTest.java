package atlas.adapters;

import atlas.app.local.MemoryJobTable;

/** What runs on a developer's machine keeps the same laws as what runs on AWS. */
class LocalJobTableTest extends JobTableLaws {
    LocalJobTableTest() {
        super(new MemoryJobTable());
    }
}
