/** Two systems disagree about one fact, and a rule, or a person, decides. */
package carequeue.api.conflict;
