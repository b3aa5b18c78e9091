package carequeue.app.kill;

/**
 * How hard a run is.
 *
 * @param nodeKills how often a node is killed
 * @param databaseKills how often the database is killed
 * @param freezes how often a node is frozen for longer than its claims last
 * @param perSecond how many orders a second
 * @param staff how many order at once
 * @param services over how many queues they are spread
 * @param minutes after which no further blow falls, whatever is left
 * @param seed of every choice
 */
record KillSettings(
        int nodeKills,
        int databaseKills,
        int freezes,
        int perSecond,
        int staff,
        int services,
        int minutes,
        long seed) {}
