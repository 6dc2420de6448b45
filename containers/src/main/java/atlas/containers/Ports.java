package atlas.containers;

import atlas.app.JobQueue;
import atlas.app.JobTable;
import atlas.app.ObjectStore;

/** What the app keeps things in and hands them on by. */
record Ports(ObjectStore objects, JobTable jobs, JobQueue queue) {}
