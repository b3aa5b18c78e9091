/** Two systems disagree about one fact, until a rule or a person has decided. */
package carequeue.command.conflict;
