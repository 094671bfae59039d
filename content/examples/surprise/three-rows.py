import sys

row = [0, 0]  #: make
board = [row] * 3  #: repeat
print(sys.getrefcount(row))  #: counted  # expect: 5
board[0][1] = 7  #: change
print(board)  #: seen  # expect: [[0, 7], [0, 7], [0, 7]]
board[2] = [5, 5]  #: replace
print(board)  #: one-apart  # expect: [[0, 7], [0, 7], [5, 5]]
