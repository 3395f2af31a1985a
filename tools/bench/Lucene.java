// SPDX-License-Identifier: GPL-2.0-or-later
// java Lucene index DOCUMENTS INDEX | ask INDEX QUESTIONS plain|highlight | one INDEX WORDS
// Asking prints a line a question: its class, and milliseconds of the processor.
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.highlight.Highlighter;
import org.apache.lucene.search.highlight.QueryScorer;
import org.apache.lucene.store.FSDirectory;

public class Lucene {
  private static final Analyzer analyzer = new StandardAnalyzer();

  public static void main(String[] words) throws Exception {
    switch (words[0]) {
      case "index" -> index(Path.of(words[1]), Path.of(words[2]));
      case "ask" -> askAll(Path.of(words[1]), Path.of(words[2]), words[3].equals("highlight"));
      default -> {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Path.of(words[1])))) {
          System.out.println(ask(new IndexSearcher(reader), query("or", words[2]), false));
        }
      }
    }
  }

  private static void index(Path documents, Path index) throws Exception {
    try (IndexWriter writer =
            new IndexWriter(FSDirectory.open(index), new IndexWriterConfig(analyzer));
        var lines = Files.lines(documents, StandardCharsets.UTF_8)) {
      for (var line = lines.iterator(); line.hasNext();) {
        String[] row = line.next().split("\t", 3);
        Document document = new Document();
        document.add(new StringField("id", row[0], Field.Store.YES));
        document.add(new TextField("title", row[1], Field.Store.YES));
        document.add(new TextField("text", row[2], Field.Store.YES));
        writer.addDocument(document);
      }
    }
  }

  private static Query query(String kind, String words) {
    List<String> terms = List.of(words.split(" "));
    if (kind.equals("phrase")) return new PhraseQuery("text", terms.toArray(new String[0]));
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String term : terms) {
      all.add(new TermQuery(new Term("text", term)), kind.equals("and") ? Occur.MUST : Occur.SHOULD);
    }
    return all.build();
  }

  private static int ask(IndexSearcher searcher, Query query, boolean highlight) throws Exception {
    ScoreDoc[] hits = searcher.search(query, 10).scoreDocs;
    Highlighter highlighter = new Highlighter(new QueryScorer(query, "text"));
    for (ScoreDoc hit : hits) {
      String text = searcher.doc(hit.doc).get("text");
      if (highlight) highlighter.getBestFragments(analyzer, "text", text, 2);
    }
    return hits.length;
  }

  private static void askAll(Path index, Path questions, boolean highlight) throws Exception {
    var clock = ManagementFactory.getThreadMXBean();
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      List<String> lines = Files.readAllLines(questions, StandardCharsets.UTF_8);
      for (int round = 0; round < 3; ++round) {  // The last one counts: the others warm the machine.
        for (String line : lines) {
          String[] row = line.split("\t");
          long before = clock.getCurrentThreadCpuTime();
          ask(searcher, query(row[0], row[1]), highlight);
          double spent = (clock.getCurrentThreadCpuTime() - before) / 1e6;
          if (round == 2) System.out.println(row[0] + "\t" + spent);
        }
      }
    }
  }
}
