package atlas.infra;

/** Settings that are each allowed and cannot go together. */
final class Contradictions {
    private Contradictions() {}

    /**
     * @throws SettingsException naming both values and the way out
     */
    static void refuse(Settings settings) {
        if (settings.maxUnits() < settings.minUnits()) {
            throw new SettingsException("maxUnits=%d is below minUnits=%d; try -c maxUnits=%d"
                    .formatted(settings.maxUnits(), settings.minUnits(), settings.minUnits()));
        }
        if (settings.ecsExec() && settings.readOnlyRoot()) {
            throw new SettingsException("ecsExec=true excludes readOnlyRoot=true, since the agent of ECS Exec writes to"
                    + " the task's disk; try -c ecsExec=false");
        }
        if (settings.provisionedConcurrency() > 0 && settings.snapStart()) {
            throw new SettingsException("provisionedConcurrency=%d excludes snapStart=true; try -c snapStart=false"
                    .formatted(settings.provisionedConcurrency()));
        }
        if (settings.reservedConcurrency() > 0 && settings.provisionedConcurrency() > settings.reservedConcurrency()) {
            throw new SettingsException(
                    "provisionedConcurrency=%d is above reservedConcurrency=%d; try -c reservedConcurrency=%d"
                            .formatted(
                                    settings.provisionedConcurrency(),
                                    settings.reservedConcurrency(),
                                    settings.provisionedConcurrency()));
        }
        if (settings.lifetime() instanceof Lifetime.Until && settings.profile().isProduction()) {
            throw new SettingsException(
                    "expires excludes profile=production, which nothing deletes by itself; try -c profile=sandbox");
        }
        if (!settings.zoneNames().isEmpty()) {
            refuseZones(settings);
        }
        FargateSize.refuseUnknown(settings.taskCpu(), settings.taskMemoryMiB());
    }

    private static void refuseZones(Settings settings) {
        boolean twoOfThem = settings.zoneNames().stream().distinct().count() == 2
                && settings.zoneNames().size() == 2;
        boolean inRegion = settings.zoneNames().stream().allMatch(zone -> zone.startsWith(settings.region()));
        if (!twoOfThem || !inRegion) {
            throw new SettingsException("zoneNames must be two zones of %s, got %s; try -c zoneNames=%sa,%sb"
                    .formatted(
                            settings.region(),
                            String.join(",", settings.zoneNames()),
                            settings.region(),
                            settings.region()));
        }
    }
}
