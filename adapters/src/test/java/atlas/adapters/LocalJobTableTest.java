package atlas.adapters;

import atlas.app.JobTable;
import atlas.app.local.MemoryJobTable;

/** What runs on a developer's machine keeps the same laws as what runs on AWS. */
class LocalJobTableTest extends JobTableLaws {
    private final JobTable table = new MemoryJobTable();

    @Override
    JobTable table() {
        return table;
    }
}
