using GpuRisk.Data.Folders;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>
/// Writes a book as a folder of tables. Numbers are the shortest text that reads back as the same bits, instants are in
/// UTC, market entries are in ordinal order: an equal book gives identical bytes.
/// </summary>
public static class BookWriter
{
    /// <summary>Writes aside and renames: <paramref name="folder"/> never holds half a book.</summary>
    /// <param name="folder">New or empty, in an existing folder.</param>
    /// <exception cref="ResultFolderException">The folder holds something, or cannot be written.</exception>
    /// <exception cref="ArgumentException">The book holds what its format cannot carry: a name that is empty or has a
    /// control character, an account without positions, a number that is not finite.</exception>
    public static void Write(Book book, string folder)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(folder);
        using StagedFolder staged = StagedFolder.Begin(
            folder, static _ => "is not empty; a book is only written to a folder that is new or empty");
        BookSettingsWriter.Write(book, Path.Combine(staged.Partial, BookFiles.Settings));
        InstrumentWriter.Write(book.Instruments, Path.Combine(staged.Partial, BookFiles.Instruments));
        PositionWriter.Write(book, Path.Combine(staged.Partial, BookFiles.Positions));
        MarketWriter.Write(book.Market, Path.Combine(staged.Partial, BookFiles.Market));
        HistoryWriter.Write(book.History, Path.Combine(staged.Partial, BookFiles.History));
        if (book.Correlation is not null)
            CorrelationWriter.Write(book.Correlation, Path.Combine(staged.Partial, BookFiles.Correlation));
        if (book.Collateral is not null)
            CollateralWriter.Write(book.Collateral, Path.Combine(staged.Partial, BookFiles.Collateral));
        if (book.Haircuts is not null)
            CollateralWriter.Write(book.Haircuts, Path.Combine(staged.Partial, BookFiles.Haircuts));
        staged.Complete();
    }
}
