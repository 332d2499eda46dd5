using System.Text;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Tests;

/// <summary>Books damaged at random places: they are read or refused, and nothing else happens.</summary>
public sealed class DamagedBookTests
{
    private const int Books = 2_000;

    private static readonly byte[] Tokens = Encoding.ASCII.GetBytes("\",\n\r{}[]:-+.eE019 \t\0\\NaTZ").Append((byte)0xFF).ToArray();

    [Fact]
    public void A_damaged_book_is_read_or_refused_with_places_that_exist()
    {
        using TemporaryFolder folder = new();
        Random random = new(20260110);
        int refused = 0;
        for (int book = 0; book < Books; book++)
        {
            SmallBook.WriteWithCollateralTo(folder.Path);
            string file = BookFiles.All[random.Next(BookFiles.All.Count)];
            byte[] damaged = Damage(Encoding.UTF8.GetBytes(SmallBook.TextOf(file)), random);
            File.WriteAllBytes(folder.At(file), damaged);
            try
            {
                BookReader.Read(folder.Path);
            }
            catch (InvalidInputException problems)
            {
                refused++;
                Assert.All(problems.Problems, AssertPlaced);
            }
        }

        // Most damage is an error; a book that is refused for nothing, or never, would show here.
        Assert.InRange(refused, Books / 2, Books - 1);
    }

    private static void AssertPlaced(InputProblem problem)
    {
        Assert.InRange(problem.Line, 1, 30);
        Assert.InRange(problem.Column, 1, 200);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.Contains(';', problem.Message);
    }

    private static byte[] Damage(byte[] text, Random random)
    {
        List<byte> damaged = [.. text];
        int wounds = random.Next(1, 4);
        for (int wound = 0; wound < wounds && damaged.Count > 0; wound++)
        {
            int at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = Tokens[random.Next(Tokens.Length)];
                    break;
                case 1:
                    damaged.Insert(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 2:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 12), damaged.Count - at));
                    break;
                default:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
            }
        }

        return [.. damaged];
    }
}
