/**
 * A project as a graph: read-only views on which every algorithm of JGraphT runs, without a copy of the project.
 *
 * <p>The entry is {@link dev.plumbline.graph.ProjectGraph}. Vertices are the ids of activities, edges the relationships; the
 * work breakdown structure is a graph of its own:
 *
 * <pre>{@code
 * Graph<String, Relationship> network = ProjectGraph.of(project);
 * var parts = new ConnectivityInspector<>(network).connectedSets();     // which activities hang together
 * var order = new TopologicalOrderIterator<>(network);                  // predecessors first
 * ProjectGraph.loops(ProjectGraph.of(draft)).forEach(System.out::println);
 * RedundantRelationships.find(project).forEach(System.out::println);
 * }</pre>
 *
 * <p>D. Michail, J. Kinable, B. Naveh, J. V. Sichi: JGraphT - A Java Library for Graph Theory and Applications. ACM Trans. Math.
 * Softw. 46(2), 2020.
 */
@NullMarked
package dev.plumbline.graph;

import org.jspecify.annotations.NullMarked;
